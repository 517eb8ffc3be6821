package dev.renum.config.bind;

import java.lang.reflect.InvocationTargetException;

/** Tells the errors of the VM from those of code that is not ours, where everything that such code throws is caught. */
public final class VmErrors {
    private VmErrors() {}

    /** Throws {@code caught}, or what reflection put into it, if the VM is in need; that a stack overflows is the fault of the code that was called. */
    public static void letPass(Throwable caught) {
        Throwable thrown = caught instanceof InvocationTargetException ? caught.getCause() : caught;
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
    }
}
