import {
  errorApiRef,
  type StorageApi,
  storageApiRef,
} from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, renderHook } from '@testing-library/react';
import { useStored } from './useStored';

type Listener = (snapshot: {
  key: string;
  presence: 'present' | 'absent';
  value?: string;
}) => void;

/** A storage that lies on a server: it knows nothing until it is told. */
function remoteStorage() {
  const listeners = new Set<Listener>();
  const storage = {
    forBucket: () => storage,
    snapshot: (key: string) => ({ key, presence: 'unknown' }),
    observe$: () => ({
      subscribe: (listener: Listener) => {
        listeners.add(listener);
        return { unsubscribe: () => listeners.delete(listener), closed: false };
      },
    }),
    set: jest.fn(async () => {}),
    remove: async () => {},
  };
  return {
    storage: storage as unknown as StorageApi & { set: jest.Mock },
    answer: (value?: string) =>
      act(() =>
        listeners.forEach(listener =>
          listener({
            key: 'k',
            presence: value === undefined ? 'absent' : 'present',
            value,
          }),
        ),
      ),
  };
}

function stored(storage: StorageApi, post = jest.fn()) {
  return renderHook(() => useStored<string>('k', 'initial'), {
    wrapper: ({ children }) => (
      <TestApiProvider
        apis={[
          [storageApiRef, storage],
          [errorApiRef, { post, error$: jest.fn() }],
        ]}
      >
        {children}
      </TestApiProvider>
    ),
  });
}

describe('useStored', () => {
  it('takes what the server has kept, and says when it is known', () => {
    const { storage, answer } = remoteStorage();
    const { result } = stored(storage);
    expect(result.current[0]).toBe('initial');
    expect(result.current[2]).toBe(false);

    answer('kept');
    expect(result.current[0]).toBe('kept');
    expect(result.current[2]).toBe(true);
  });

  it('knows as well that nothing was kept', () => {
    const { storage, answer } = remoteStorage();
    const { result } = stored(storage);

    answer();
    expect(result.current[0]).toBe('initial');
    expect(result.current[2]).toBe(true);
  });

  it('shows a change at once and keeps it', () => {
    const { storage } = remoteStorage();
    const { result } = stored(storage);

    act(() => result.current[1]('changed'));
    expect(result.current[0]).toBe('changed');
    expect(storage.set).toHaveBeenCalledWith('k', 'changed');
  });

  it('says that it could not be kept', async () => {
    const { storage } = remoteStorage();
    storage.set.mockRejectedValue(new Error('full'));
    const post = jest.fn();
    const { result } = stored(storage, post);

    await act(async () => result.current[1]('changed'));
    expect(post).toHaveBeenCalledWith(new Error('full'));
  });
});
