import { TITLE_MAX } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { lineOf } from '../text';

/** What tells people which one it is, the most telling first. */
const TELLING_LABELS = [
  'service',
  'component',
  'app',
  'job',
  'instance',
  'pod',
  'host',
  'namespace',
  'cluster',
];

/**
 * What is wrong, in one line: the summary that the rule's author wrote, else the
 * alert's name and the label that says where, else its labels.
 */
export function titleOf(
  labels: Readonly<Record<string, string>>,
  annotations: Readonly<Record<string, string>>,
): string {
  const summary = lineOf(annotations.summary ?? '', TITLE_MAX);
  return summary || lineOf(named(labels), TITLE_MAX) || 'Alert';
}

function named(labels: Readonly<Record<string, string>>): string {
  const { alertname } = labels;
  if (!alertname) {
    return Object.entries(labels)
      .map(([name, value]) => `${name}=${value}`)
      .join(', ');
  }
  const where = TELLING_LABELS.find(label => labels[label]);
  return where ? `${alertname} on ${labels[where]}` : alertname;
}
