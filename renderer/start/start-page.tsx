import { samples } from '../../shared/patterns/samples'
import type { Sample } from '../../shared/patterns/samples'
import type { Recent } from '../../shared/host'
import { findCommand, runCommand } from '../commands/commands'
import { openSample } from '../store/new-design'
import { forgetRecent, openFolder } from '../store/open-folder'
import { useApp, useSession } from '../store/session'
import { Button, IconButton } from '../ui/button'
import { Brand, Icon } from '../ui/icon'
import { keysHere } from '../ui/keys'
import { agoInWords } from './ago'
import { SamplePicture } from './sample-picture'
import css from './start-page.module.css'

/** What is seen when nothing is open: open, begin, or go on where one was. */
export function StartPage() {
  const recents = useApp(state => state.recents)
  return (
    <main className={css.page}>
      <div className={css.frame}>
        <StartSide />
        <div className={css.main}>
          <h2 className={css.heading}>Recent</h2>
          {recents.length === 0 ? (
            <p className={css.none}>Folders that you open are listed here.</p>
          ) : (
            <ul aria-label="Recent" className={css.recents}>
              {recents.map(recent => (
                <RecentRow key={recent.path} recent={recent} />
              ))}
            </ul>
          )}
          <h2 className={css.heading}>Start from a sample</h2>
          <ul aria-label="Samples" className={css.samples}>
            {samples.map(sample => (
              <SampleCard key={sample.id} sample={sample} />
            ))}
          </ul>
        </div>
      </div>
    </main>
  )
}

function StartSide() {
  const session = useSession()
  const open = findCommand('open-folder')
  const design = findCommand('new-design')
  return (
    <div className={css.side}>
      <h1 className={css.brand}>
        <Brand size={24} />
        Chartroom
      </h1>
      <p className={css.motto}>Draw a cluster. The YAML stays yours.</p>
      <div className={css.actions}>
        <Button
          look="primary"
          size="l"
          icon="i-folder"
          aria-label="Open folder"
          onClick={() => runCommand(session, open)}
        >
          Open folder…
          <span className={css.end}>{keysHere(open.keys ?? '')}</span>
        </Button>
        <Button look="outline" size="l" icon="i-plus" onClick={() => runCommand(session, design)}>
          New design
        </Button>
      </div>
    </div>
  )
}

function RecentRow({ recent }: { readonly recent: Recent }) {
  const session = useSession()
  return (
    <li className={css.recent}>
      <button
        type="button"
        className={css.recentOpen}
        disabled={!recent.there}
        onClick={() => void openFolder(session, recent.path)}
      >
        <Icon name="i-folder" />
        <span className={css.recentName}>{recent.name}</span>
        <span className={css.path}>{recent.path}</span>
        <span className={css.path}>{recent.there ? agoInWords(recent.openedAt, new Date()) : 'Not there now'}</span>
      </button>
      <IconButton
        icon="i-x"
        label={`Forget ${recent.name}`}
        size="s"
        className={css.forget}
        onClick={() => void forgetRecent(session, recent.path)}
      />
    </li>
  )
}

function SampleCard({ sample }: { readonly sample: Sample }) {
  const session = useSession()
  return (
    <li>
      <button type="button" className={css.sample} onClick={() => openSample(session, sample)}>
        <SamplePicture sample={sample} />
        <span className={css.sampleWords}>
          <b>{sample.title}</b>
          <span>{sample.description}</span>
        </span>
      </button>
    </li>
  )
}
