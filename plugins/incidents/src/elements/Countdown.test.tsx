import { renderInTestApp } from '@backstage/frontend-test-utils';
import { act, screen } from '@testing-library/react';
import { ahead, ago } from '../../dev/incident';
import { NOW } from '../../dev/renderOnEntityPage';
import { Countdown, type DueKind } from './Countdown';
import { NowProvider } from './now';

beforeEach(() => {
  jest.useFakeTimers({ now: NOW });
});

afterEach(() => {
  jest.useRealTimers();
});

function counted(kind: DueKind, dueAt: string) {
  renderInTestApp(
    <NowProvider>
      <Countdown kind={kind} dueAt={dueAt} />
    </NowProvider>,
  );
}

describe('Countdown', () => {
  it.each([
    ['acknowledge', ahead(NOW, 21), 'Acknowledge in 21 min', 'calm'],
    ['acknowledge', ahead(NOW, 9), 'Acknowledge in 9 min', 'near'],
    ['update', ahead(NOW, 12), 'Update in 12 min', 'near'],
    ['update', ago(NOW, 66), 'Overdue 1 h 6 min', 'overdue'],
    ['undo', ahead(NOW, 60 * 23), 'Undo within 23 h', 'calm'],
  ] as const)('says of %s at %s: %s', (kind, dueAt, text, state) => {
    counted(kind, dueAt);

    expect(screen.getByText(text).parentElement).toHaveAttribute(
      'data-state',
      state,
    );
  });

  it('says politely that it became overdue, and nothing on each tick', () => {
    counted('update', ahead(NOW, 1));
    const spoken = screen.getByRole('status');
    expect(spoken).toBeEmptyDOMElement();

    act(() => {
      jest.advanceTimersByTime(30_000);
    });
    expect(screen.getByText('Update in 30 s')).toBeInTheDocument();
    expect(spoken).toBeEmptyDOMElement();

    act(() => {
      jest.advanceTimersByTime(31_000);
    });
    expect(spoken).toHaveTextContent(/^Overdue/);
  });
});
