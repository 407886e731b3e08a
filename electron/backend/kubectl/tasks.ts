import { KubectlError } from './kubectl-error'

/** What runs under names that windows made up. */
export type Tasks = {
  /** Runs a task that `cancel` can end; a name is of one task at a time. */
  run<T>(name: string, task: (signal: AbortSignal) => Promise<T>): Promise<T>
  /** Runs one that goes on after its question was answered. */
  start(name: string, task: (signal: AbortSignal) => Promise<void>): void
  cancel(name: string): void
  /** Ends those that go on by themselves; what somebody waits for runs on. */
  cancelStarted(): void
  cancelAll(): void
}

export function createTasks(): Tasks {
  const running = new Map<string, AbortController>()
  const started = new Set<string>()
  const begin = (name: string): AbortSignal => {
    if (running.has(name)) throw new KubectlError('failed', `A task called ${name} is running already.`)
    const controller = new AbortController()
    running.set(name, controller)
    return controller.signal
  }
  return {
    async run(name, task) {
      const signal = begin(name)
      try {
        return await task(signal)
      } finally {
        running.delete(name)
      }
    },
    start(name, task) {
      const signal = begin(name)
      started.add(name)
      void task(signal).finally(() => {
        running.delete(name)
        started.delete(name)
      })
    },
    cancel: name => running.get(name)?.abort(),
    cancelStarted() {
      for (const name of started) running.get(name)?.abort()
    },
    cancelAll() {
      for (const controller of running.values()) controller.abort()
    },
  }
}
