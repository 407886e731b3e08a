/** Times by stage, of the processor and not of the clock: what else the machine does counts less then. */
export class Stages {
  private readonly taken = new Map<string, number[]>()

  time<T>(stage: string, work: () => T): T {
    const started = process.cpuUsage()
    const result = work()
    const { user, system } = process.cpuUsage(started)
    const list = this.taken.get(stage) ?? []
    list.push((user + system) / 1000)
    this.taken.set(stage, list)
    return result
  }

  /** Each stage as "median/95 of 100/worst" in milliseconds. */
  told(): string {
    return [...this.taken]
      .map(([stage, list]) => {
        const sorted = list.toSorted((a, b) => a - b)
        const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1)
        return `${stage} ${at(0.5)}/${at(0.95)}/${at(1)}`
      })
      .join(', ')
  }
}
