package main

import (
	"os/exec"
	"syscall"
)

// endWithParent has the kernel end the process when the thread that started it ends, also when we are killed.
func endWithParent(command *exec.Cmd) {
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}
