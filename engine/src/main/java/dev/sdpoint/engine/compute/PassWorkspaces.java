package dev.sdpoint.engine.compute;

import dev.sdpoint.engine.compute.onednn.Scratch;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.memory.MemoryWorkspaceManager;
import org.nd4j.linalg.api.memory.conf.WorkspaceConfiguration;
import org.nd4j.linalg.api.memory.enums.AllocationPolicy;
import org.nd4j.linalg.api.memory.enums.LearningPolicy;
import org.nd4j.linalg.api.memory.enums.SpillPolicy;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Native memory of shared passes. Every thread has its own workspaces, which all its networks use in turn: one that keeps the
 * activations of the full pass, one for what an instance runs for itself, and one for what a layer needs while it computes.
 * They grow to the largest pass and are given back when a network is closed.
 */
final class PassWorkspaces {
    /** Activations of the full pass, until its end. */
    static final String KEPT = "SDPOINT_KEPT";

    /** Activations of one instance's own layers. */
    static final String OWN = "SDPOINT_OWN";

    private static final String WORKING = "SDPOINT_WORKING";

    /** Starts with the needs of the first layer and grows when a layer needs more. */
    private static final WorkspaceConfiguration WORKING_MEMORY = WorkspaceConfiguration.builder()
            .initialSize(0)
            .policyAllocation(AllocationPolicy.STRICT)
            .policyLearning(LearningPolicy.FIRST_LOOP)
            .policySpill(SpillPolicy.REALLOCATE)
            .build();

    private static final ArrayType[] TYPES = {
        ArrayType.INPUT,
        ArrayType.ACTIVATIONS,
        ArrayType.BP_WORKING_MEM,
        ArrayType.RNN_FF_LOOP_WORKING_MEM,
        ArrayType.RNN_BP_LOOP_WORKING_MEM,
        ArrayType.UPDATER_WORKING_MEM,
        ArrayType.FF_CACHE,
        ArrayType.ACTIVATION_GRAD
    };

    /** How often a workspace is entered within itself, at most. */
    private static final int MOST_SCOPES = 100;

    private PassWorkspaces() {}

    /**
     * Opens a workspace of this thread, empty; the caller closes it.
     *
     * @param bytes room that it must have
     * @throws IllegalStateException if it is open already: a pass may not start within another
     */
    static MemoryWorkspace open(String name, long bytes) {
        MemoryWorkspaceManager all = Nd4j.getWorkspaceManager();
        if (all.checkIfWorkspaceExists(name)) {
            MemoryWorkspace present = all.getWorkspaceForCurrentThread(name);
            if (present.isScopeActive()) {
                throw new IllegalStateException("a shared pass is under way in this thread; end it before the next");
            }
            if (present.getCurrentSize() < bytes) {
                all.destroyWorkspace(present);
            }
        }
        return all.getAndActivateWorkspace(sized(bytes), name);
    }

    /** Hands layers an open workspace for what they put out, and working memory that lasts while they compute. */
    static LayerWorkspaceMgr manager(MemoryWorkspace activations) {
        LayerWorkspaceMgr.Builder builder =
                LayerWorkspaceMgr.builder().with(ArrayType.FF_WORKING_MEM, WORKING, WORKING_MEMORY);
        for (ArrayType type : TYPES) {
            builder.with(type, activations.getId(), activations.getWorkspaceConfiguration());
        }
        return builder.build();
    }

    /** Frees all workspaces of this thread, those of DL4J too, unless a pass is under way. The next pass makes new ones. */
    static void release() {
        MemoryWorkspaceManager all = Nd4j.getWorkspaceManager();
        if (!all.anyWorkspaceActiveForCurrentThread()) {
            all.getAllWorkspacesForCurrentThread().forEach(all::destroyWorkspace);
            Scratch.release();
        }
    }

    /** Frees all workspaces of this thread, those too that a pass which threw has left open. */
    static void abandon() {
        MemoryWorkspaceManager all = Nd4j.getWorkspaceManager();
        for (MemoryWorkspace workspace : all.getAllWorkspacesForCurrentThread()) {
            for (int scopes = 0; workspace.isScopeActive() && scopes < MOST_SCOPES; scopes++) {
                workspace.close();
            }
        }
        Nd4j.getMemoryManager().setCurrentWorkspace(null);
        release();
    }

    private static WorkspaceConfiguration sized(long bytes) {
        return WorkspaceConfiguration.builder()
                .initialSize(bytes)
                .policyAllocation(AllocationPolicy.STRICT)
                .policyLearning(LearningPolicy.NONE)
                .policySpill(SpillPolicy.EXTERNAL)
                .build();
    }
}
