import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from './button'
import css from './error-boundary.module.css'

type Props = {
  readonly what: string
  readonly children: ReactNode
  /** Offered beside trying again: the work is in the store, not in what broke. */
  readonly onSave?: () => void
}
type State = { readonly error: Error | null }

/**
 * Keeps a defect of one part of the window to that part. The design lives in the store, so nothing typed is lost: the
 * part can be drawn again, and the work saved.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return (
      <div className={css.broken} role="alert">
        <p className={css.title}>{this.props.what} stopped working</p>
        <p className={css.text}>{error.message}</p>
        <p className={css.text}>Nothing is lost: your texts are kept, and can be saved.</p>
        <div className={css.actions}>
          <Button look="primary" onClick={() => this.setState({ error: null })}>
            Try again
          </Button>
          {this.props.onSave && (
            <Button look="outline" onClick={this.props.onSave}>
              Save
            </Button>
          )}
        </div>
      </div>
    )
  }
}
