import type { alerts } from './alerts';

const de: Record<keyof typeof alerts, string> = {
  counts: '{{firing}} aktiv, {{ended}} beendet',
  allEnded: 'alle {{ended}} beendet',
  allFiring: '{{firing}} aktiv',
  none: 'Es kam kein Alarm damit.',
  times_one: '{{count}}-mal ausgelöst',
  times_other: '{{count}}-mal ausgelöst',
  timesHint_one:
    '{{utc}}; {{count}}-mal ausgelöst, {{deliveries}}-mal empfangen',
  timesHint_other:
    '{{utc}}; {{count}}-mal ausgelöst, {{deliveries}}-mal empfangen',
  isFiring: 'aktiv',
  hasEnded: 'beendet',
  since: 'seit {{time}}',
  endedAt: 'beendet {{time}}',
  ofName_one: '{{count}} Alarm dieses Namens',
  ofName_other: '{{count}} Alarme dieses Namens',
  more_one: '{{count}} weiteren zeigen',
  more_other: '{{count}} weitere zeigen',
  unlisted_one: 'und {{count}} weiterer, der nicht aufgeführt ist',
  unlisted_other: 'und {{count}} weitere, die nicht aufgeführt sind',
};

export default de;
