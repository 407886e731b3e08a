/** Times by stage, each told as "median/worst". */
export class Stages {
  private readonly taken = new Map<string, number[]>()

  time<T>(stage: string, work: () => T): T {
    const started = performance.now()
    const result = work()
    const list = this.taken.get(stage) ?? []
    this.taken.set(stage, [...list, performance.now() - started])
    return result
  }

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
