import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  Incident,
  Status,
} from '@linchpin/backstage-plugin-incidents-common';
import type { ReactNode } from 'react';
import { incidentsWordsTranslationRef } from '../translations/words';
import classes from './StatusMark.module.css';

type Shown = Status | 'hold';

const Ring = (props: { dashed?: boolean }) => (
  <circle
    cx="7"
    cy="7"
    r="6"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeDasharray={props.dashed ? '2.2 1.57' : undefined}
  />
);

const RINGS: Record<Shown, ReactNode> = {
  triage: <Ring dashed />,
  investigating: (
    <>
      <Ring />
      <path d="M7 7V3a4 4 0 0 1 4 4z" />
    </>
  ),
  fixing: (
    <>
      <Ring />
      <path d="M7 3a4 4 0 0 1 0 8z" />
    </>
  ),
  monitoring: (
    <>
      <Ring />
      <path d="M7 7V3a4 4 0 1 1-4 4z" />
    </>
  ),
  resolved: <Tick />,
  closed: <Tick />,
  dismissed: (
    <>
      <Ring />
      <path d="M4 6.2h6v1.6H4z" />
    </>
  ),
  merged: (
    <>
      <Ring />
      <path d="M6.2 4h1.6v3.2l2 2-1.1 1.1L7 8.6l-1.7 1.7-1.1-1.1 2-2z" />
    </>
  ),
  hold: (
    <>
      <Ring />
      <path d="M4.8 4.2h1.5v5.6H4.8zM7.7 4.2h1.5v5.6H7.7z" />
    </>
  ),
};

function Tick() {
  return (
    <path d="M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0zm3 4.2L6.2 8 4.4 6.2 3.3 7.3l2.9 2.9 4.9-4.9z" />
  );
}

/** Where the incident stands: a ring that fills, and the word. */
export const StatusMark = (props: {
  incident: Pick<Incident, 'status' | 'onHold'>;
  /** Said after the word, such as the time in it. */
  children?: ReactNode;
}) => {
  const { t } = useTranslationRef(incidentsWordsTranslationRef);
  const { status, onHold } = props.incident;
  return (
    <span className={classes.mark} data-status={status}>
      <StatusShape status={onHold ? 'hold' : status} />
      <span>{onHold ? t('onHold') : t(`status_${status}`)}</span>
      {props.children}
    </span>
  );
};

/** The ring alone; whoever uses it says the status in words beside it. */
export const StatusShape = (props: { status: Shown }) => (
  <svg
    className={classes.shape}
    viewBox="0 0 14 14"
    fill="currentColor"
    aria-hidden="true"
  >
    {RINGS[props.status]}
  </svg>
);
