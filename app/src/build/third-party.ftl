<#-- A library a line: name, version, licences with | between them, home page; read by dev.sdpoint.app.shell.help.Library. -->
<#list dependencyMap as entry>
<#assign project=entry.getKey()>
<#assign licences=entry.getValue()>
${project.groupId}:${project.artifactId}	${project.version}	<#list licences as licence>${licence?replace("\\s+", " ", "r")}<#sep>|</#list>	${(project.url!"")?replace("\\s+", "", "r")}
</#list>
