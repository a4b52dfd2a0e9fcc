import { anIncident } from '../../dev/incident';
import { paymentsApi } from '../../dev/people';
import { likeThis } from './likeThis';

const known = [
  'Card payments time out for 1 in 5 bookings',
  'Receipts arrive without the VAT line',
  'Zahlungen über Überweisung schlagen fehl',
].map((title, index) => ({
  incident: anIncident(0, { number: `INC-${index + 1}`, title, age: 5 }),
  via: paymentsApi,
}));

const found = (typed: string) =>
  likeThis(known, typed).map(({ incident }) => incident.number);

describe('what sounds like what is typed', () => {
  it('shares two words, or one that tells much', () => {
    expect(found('card payment hangs')).toEqual(['INC-1']);
    expect(found('no bookings possible')).toEqual(['INC-1']);
    expect(found('receipts')).toEqual(['INC-2']);
  });

  it('does not share a short word alone, or none', () => {
    expect(found('my card was eaten')).toEqual([]);
    expect(found('it works without')).toEqual([]);
    expect(found('search shows no trains for Sunday')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('takes no notice of case, accents and endings', () => {
    expect(found('uberweisung')).toEqual(['INC-3']);
    expect(found('ÜBERWEISUNGEN GEHEN NICHT')).toEqual(['INC-3']);
  });

  it('looks into the last update too', () => {
    const [first] = known;
    const updated = {
      ...first,
      incident: {
        ...first.incident,
        lastUpdate: {
          number: 1,
          at: '2026-11-21T14:00:00.000Z',
          by: { ref: 'user:default/mei', title: 'Mei' },
          impact: 'Vouchers are refused.',
          action: 'We look.',
          workaround: null,
          nextUpdateAt: null,
        },
      },
    };
    expect(likeThis([updated], 'voucher refused')).toEqual([updated]);
  });

  it('puts what is most alike first', () => {
    expect(found('receipts arrive late for card payments')).toEqual([
      'INC-1',
      'INC-2',
    ]);
    expect(found('receipts without VAT line for card payments')).toEqual([
      'INC-2',
      'INC-1',
    ]);
  });
});
