import type { ReactNode } from 'react'
import type { ClusterRef } from '../../shared/cluster/cluster-ref'
import type { ObjectResult } from '../../shared/cluster/apply-plan'
import { refKey } from '../../shared/cluster/cluster-ref'
import { Icon } from '../ui/icon'
import { FailureNote } from './failure-note'
import css from './plan.module.css'
import { RefRow } from './ref-row'
import { VirtualList } from './virtual-list'

type Waiting = ClusterRef & { readonly result: ObjectResult | null }

type ResultListProps = {
  readonly objects: readonly Waiting[]
  /** What can be done about an object that failed. */
  readonly help?: (result: ObjectResult) => ReactNode
}

/** What became of each object, as far as it is known. What failed says why. */
export function ResultList({ objects, help }: ResultListProps) {
  return (
    <VirtualList label="Results" items={objects} keyOf={refKey}>
      {({ result, ...of }) => {
        const { glyph, word } = result ? RESULTS[result.state] : WAITING
        return (
          <>
            <RefRow
              of={of}
              before={
                <span className={css.live} data-live={glyph}>
                  <Icon name={`s-${glyph}`} size="s" />
                </span>
              }
              end={word}
              tone={result?.state === 'failed' ? 'error' : undefined}
              open={null}
            />
            {result?.failure && (
              <div className={css.detail}>
                <FailureNote failure={result.failure}>{help?.(result)}</FailureNote>
              </div>
            )}
          </>
        )
      }}
    </VirtualList>
  )
}

type Look = { readonly glyph: 'ready' | 'failing' | 'pending'; readonly word: string }
const WAITING: Look = { glyph: 'pending', word: 'Waiting' }
const RESULTS: Readonly<Record<ObjectResult['state'], Look>> = {
  created: { glyph: 'ready', word: 'Added' },
  changed: { glyph: 'ready', word: 'Changed' },
  unchanged: { glyph: 'ready', word: 'Unchanged' },
  deleted: { glyph: 'ready', word: 'Deleted' },
  kept: { glyph: 'pending', word: 'Kept' },
  failed: { glyph: 'failing', word: 'Failed' },
  'not-started': { glyph: 'pending', word: 'Not sent' },
}

/** What a result is called in a report. */
export function resultWord(result: ObjectResult): string {
  return RESULTS[result.state].word
}
