@echo off
rem Starts SDPoint Explorer from the folder above this script, wherever that is.
rem   JAVA_HOME     the Java to use (17 or newer); without it, the java on the PATH
rem   SDPOINT_OPTS  further options for the Java virtual machine, for example -Xmx6g
setlocal
for %%i in ("%~dp0..") do set "home=%%~fi"

set "java=java"
if not defined JAVA_HOME goto :version
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto :version
echo sdpoint: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it. Set it to a Java 17 or newer. 1>&2
exit /b 1

:version
set "version="
for /f "tokens=3" %%v in ('""%java%" -version 2^>^&1 ^| findstr /i version"') do if not defined version set "version=%%~v"
if not defined version (
  echo sdpoint: no Java was found. Install Java 17 or newer, or set JAVA_HOME to one. 1>&2
  exit /b 1
)
for /f "delims=.-+ tokens=1" %%m in ("%version%") do set "major=%%m"
if %major% LSS 17 (
  echo sdpoint: Java 17 or newer is needed, but "%java%" is version %version%. Set JAVA_HOME to a newer one. 1>&2
  exit /b 1
)

set "newer="
if %major% GEQ 24 set "newer=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

rem The classes of a start, if this folder has them; a JVM that they do not fit reads the jars.
set "archive=-Xshare:auto"
if exist "%home%\sdpoint.jsa" set "archive=-XX:SharedArchiveFile=%home%\sdpoint.jsa"

rem Waiting OpenMP threads would otherwise spin on the cores that the interface needs.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=passive"

"%java%" -Xshare:auto -Xlog:cds=off -Xlog:cds+dynamic=off -XX:+ExplicitGCInvokesConcurrent "%archive%" -Djavacpp.platform.extension=@javacpp.extension@ %newer% %SDPOINT_OPTS% -cp "%home%\lib\*" @main.class@ %*
exit /b %ERRORLEVEL%
