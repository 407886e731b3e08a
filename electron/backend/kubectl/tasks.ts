import { KubectlError } from './kubectl-error'

/** What runs under names that windows made up. */
export type Tasks = {
  /** Runs a task that `cancel` can end; a name is of one task at a time. */
  run<T>(name: string, task: (signal: AbortSignal) => Promise<T>): Promise<T>
  cancel(name: string): void
  cancelAll(): void
}

export function createTasks(): Tasks {
  const running = new Map<string, AbortController>()
  return {
    async run(name, task) {
      if (running.has(name)) throw new KubectlError('failed', `A task called ${name} is running already.`)
      const controller = new AbortController()
      running.set(name, controller)
      try {
        return await task(controller.signal)
      } finally {
        running.delete(name)
      }
    },
    cancel: name => running.get(name)?.abort(),
    cancelAll() {
      for (const controller of running.values()) controller.abort()
    },
  }
}
