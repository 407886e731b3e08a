import type { Verdict } from '../../../shared/yaml/edit/testing/judge-edit'
import type { RefusalCode } from '../../../shared/yaml/edit/edit-plan'

/** What became of an edit; `refused` carries its code. */
export type Outcome = Verdict | 'not undone' | 'threw' | { readonly refused: RefusalCode }

/** Counts outcomes by family, and keeps the first few that are not exact. */
export class Tally {
  private readonly counts = new Map<string, number>()
  private readonly examples: string[] = []
  edits = 0

  add(outcome: Outcome, example: () => string): void {
    this.edits++
    const name = typeof outcome === 'string' ? outcome : `refused ${outcome.refused}`
    const count = (this.counts.get(name) ?? 0) + 1
    this.counts.set(name, count)
    if (name !== 'exact' && count <= 3) this.examples.push(`${name}: ${example()}`)
  }

  of(outcome: string): number {
    return this.counts.get(outcome) ?? 0
  }

  /** Refused for another reason than that a value is shared. */
  get refused(): number {
    return [...this.counts].reduce((sum, [name, n]) => (/^refused (?!shared)/.test(name) ? sum + n : sum), 0)
  }

  print(title: string, withExamples: boolean): void {
    const share = (n: number): string => `${((100 * n) / Math.max(1, this.edits)).toFixed(2)}%`
    const rest = [...this.counts].filter(([name]) => name !== 'exact').sort((a, b) => b[1] - a[1])
    const others = rest.map(([name, n]) => `${name} ${n} (${share(n)})`).join(', ')
    console.log(
      `${title.padEnd(34)} ${String(this.edits).padStart(6)} edits, exact ${share(this.of('exact'))}${others ? `; ${others}` : ''}`,
    )
    if (withExamples) for (const example of this.examples) console.log(`    ${example}`)
  }
}
