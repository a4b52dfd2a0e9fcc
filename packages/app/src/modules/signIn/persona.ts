const STORAGE_KEY = 'persona';

/**
 * The catalog user that this tab acts as: the one named by `?as=`, which is kept for the tab, else
 * the one kept, else the guest.
 */
export function personaOfThisTab(
  location: Pick<Location, 'search'>,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): string {
  const named = new URLSearchParams(location.search).get('as');
  if (named) {
    storage.setItem(STORAGE_KEY, named);
    return named;
  }
  return storage.getItem(STORAGE_KEY) ?? 'guest';
}
