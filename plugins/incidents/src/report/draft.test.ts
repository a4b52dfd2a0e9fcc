import { declareSchema } from '@linchpin/backstage-plugin-incidents-common/schemas';
import { paymentsApi } from '../../dev/people';
import { newDraft, requestOf, type Suggestion } from './draft';

const suggestion: Suggestion = {
  impact: 'high',
  urgency: 'medium',
  because: [],
};

/** What the backend makes of the request once it has travelled. */
const received = (request: unknown) =>
  declareSchema.parse(JSON.parse(JSON.stringify(request)));

describe('the request for a draft', () => {
  it('is accepted with a title alone', () => {
    expect(
      received(requestOf({ ...newDraft(), title: ' It smells ' })),
    ).toEqual({
      title: 'It smells',
      risks: [],
      affected: [],
      mode: 'real',
      visibility: 'public',
    });
  });

  it('says what stood on screen: the choice, else the suggestion', () => {
    const draft = {
      ...newDraft(paymentsApi),
      title: 'Tokens are refused',
      urgency: 'high' as const,
    };
    expect(received(requestOf(draft, suggestion))).toMatchObject({
      entityRef: paymentsApi.ref,
      impact: 'high',
      urgency: 'high',
    });
  });

  it('carries everything else that was filled in, and nothing that was left empty', () => {
    const draft = {
      ...newDraft(),
      title: 'Tokens are refused',
      risks: ['security' as const],
      impactStartedAt: '2026-11-21T14:03:00.000Z',
      workaround: ' Log in again ',
      description: '  ',
      isPrivate: true,
      isDrill: true,
    };
    expect(received(requestOf(draft))).toEqual({
      title: 'Tokens are refused',
      risks: ['security'],
      affected: [],
      impactStartedAt: '2026-11-21T14:03:00.000Z',
      workaround: 'Log in again',
      mode: 'drill',
      visibility: 'private',
    });
  });
});
