import {
  createContext,
  type PropsWithChildren,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useStored } from '../elements/useStored';
import { AllKeysDialog } from './AllKeysDialog';
import type { Shortcut } from './shortcut';

interface Registry {
  add(list: { current: readonly Shortcut[] }): () => void;
}

const ShortcutsContext = createContext<Registry | undefined>(undefined);

/** Listens for the keys that the parts inside it offer; `?` shows them all. */
export const ShortcutsProvider = (props: PropsWithChildren<{}>) => {
  const [lists] = useState(() => new Set<{ current: readonly Shortcut[] }>());
  const [isOn, setOn] = useStored<boolean>('single-letter-keys', true);
  const [shown, setShown] = useState<readonly Shortcut[]>();

  useEffect(() => {
    const offered = () => [...lists].flatMap(list => list.current);
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isForUs(event)) {
        return;
      }
      if (event.key === '?') {
        event.preventDefault();
        setShown(offered());
        return;
      }
      if (!isOn && event.key.length === 1) {
        return;
      }
      const shortcut = offered().find(s => s.keys.includes(event.key));
      if (shortcut) {
        event.preventDefault();
        shortcut.run();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [lists, isOn]);

  const registry = useMemo<Registry>(
    () => ({
      add: list => {
        lists.add(list);
        return () => lists.delete(list);
      },
    }),
    [lists],
  );

  return (
    <ShortcutsContext.Provider value={registry}>
      {props.children}
      <AllKeysDialog
        shortcuts={shown}
        isOn={isOn}
        onSwitch={setOn}
        onClose={() => setShown(undefined)}
      />
    </ShortcutsContext.Provider>
  );
};

/** Offers keys as long as the calling part is on screen. */
export function useShortcuts(shortcuts: readonly Shortcut[]) {
  const registry = useContext(ShortcutsContext);
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => registry?.add(latest), [registry]);
}

/** Keys belong to what is being typed into or chosen from first. */
function isForUs(event: KeyboardEvent): boolean {
  if (
    event.defaultPrevented ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey
  ) {
    return false;
  }
  const { target } = event;
  if (!(target instanceof Element)) {
    return true;
  }
  return (
    target.closest(TAKES_KEYS) === null &&
    !(event.key === 'Enter' && target.closest(TAKES_ENTER) !== null)
  );
}

const TAKES_ENTER = 'a[href], button, input, summary, [role="button"]';

const TAKES_KEYS = [
  'input:not([type="checkbox"])',
  'textarea',
  'select',
  '[contenteditable="true"]',
  '[role="dialog"]',
  '[role="alertdialog"]',
  '[role="menu"]',
  '[role="listbox"]',
].join();
