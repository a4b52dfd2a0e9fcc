import type {
  Phases,
  Noise,
} from '@linchpin/backstage-plugin-incidents-common/history';
import classes from './StackedBar.module.css';

/** What a part of a bar can stand for. */
export type PartKind =
  | keyof Phases
  | keyof Noise['became']
  | 'whole'
  | 'onTime'
  | 'late'
  | 'open'
  | 'wontDo';

export interface BarPart {
  kind: PartKind;
  value: number;
}

/**
 * One bar of several parts. It is for the eye alone: what each part is and how much
 * stands beside it in words.
 *
 * @param of - what the whole width stands for; the sum of the parts where left out
 */
export const StackedBar = (props: {
  parts: readonly BarPart[];
  of?: number;
}) => {
  const sum = props.parts.reduce((total, { value }) => total + value, 0);
  return (
    <span className={classes.bar} aria-hidden="true">
      {props.parts.map(({ kind, value }) => (
        <span key={kind} data-part={kind} style={{ flexGrow: value }} />
      ))}
      <span style={{ flexGrow: Math.max(0, (props.of ?? sum) - sum) }} />
    </span>
  );
};

/** The ground of a part, as a key to it. */
export const PartSwatch = (props: { kind: PartKind }) => (
  <span className={classes.swatch} data-part={props.kind} aria-hidden="true" />
);
