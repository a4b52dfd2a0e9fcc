import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Kbd } from '../elements/Kbd';
import { useStored } from '../elements/useStored';
import { incidentsInboxTranslationRef } from '../translations/inbox';
import classes from './KeyHints.module.css';

const HINTS = [
  [['j', 'k'], 'move'],
  [['↵'], 'preview'],
  [['a'], 'acknowledge'],
  [['d'], 'dismiss'],
  [['p'], 'passOn'],
  [['u'], 'update'],
  [['o'], 'open'],
  [['x'], 'select'],
  [['?'], 'keys'],
] as const;

/** The keys that matter here, for who uses them; the whole list is behind `?`. */
export const KeyHints = () => {
  const { t } = useTranslationRef(incidentsInboxTranslationRef);
  const [isOn] = useStored<boolean>('single-letter-keys', true);
  if (!isOn) {
    return null;
  }
  return (
    <p className={classes.hints} aria-hidden="true">
      {HINTS.map(([keys, hint]) => (
        <span key={hint}>
          {keys.map(key => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {t(`hint_${hint}`)}
        </span>
      ))}
    </p>
  );
};
