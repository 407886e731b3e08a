import css from './cluster.module.css'
import { diffLines } from './diff-lines'

type DiffTextProps = { readonly diff: string; readonly label: string }

/** A unified diff, with its signs and colours. It scrolls by itself, also with the keyboard. */
export function DiffText({ diff, label }: DiffTextProps) {
  return (
    <div className={css.diff} role="region" aria-label={label} tabIndex={0}>
      <div className={css.diffLines}>
        {diffLines(diff).map((line, n) =>
          line.sign === '@' ? (
            <div key={n} className={css.diffGap}>
              …
            </div>
          ) : (
            <div key={n} className={css.diffLine} data-sign={line.sign}>
              <span className={css.sign}>{line.sign === '-' ? '−' : line.sign}</span>
              <span>{line.text}</span>
            </div>
          ),
        )}
      </div>
    </div>
  )
}
