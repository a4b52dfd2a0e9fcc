import { ConfigReader } from '@backstage/config';
import { DEFAULT_REVIEW_POLICY } from '@linchpin/backstage-plugin-incidents-common/reviews';
import { readReviewPolicy } from './settings';

const read = (reviews: object) =>
  readReviewPolicy(new ConfigReader({ incidents: { reviews } }), 'UTC');

describe('readReviewPolicy', () => {
  it('has a default for everything', () => {
    expect(readReviewPolicy(new ConfigReader({}), 'UTC')).toEqual(
      DEFAULT_REVIEW_POLICY,
    );
  });

  it('takes sections of the default by their id, and one’s own with a title', () => {
    const { sections, gate } = read({
      template: {
        sections: [
          { id: 'summary' },
          { id: 'data', title: 'Data lost', prompts: ['What is gone?'] },
          { id: 'lucky', required: true, internal: false },
        ],
        gate: ['section', 'owner'],
      },
    }).template;
    expect(sections).toEqual([
      { id: 'summary', required: true, internal: false },
      {
        id: 'data',
        title: 'Data lost',
        prompts: ['What is gone?'],
        required: false,
        internal: true,
      },
      { id: 'lucky', required: true, internal: false },
    ]);
    expect(gate).toEqual(['section', 'owner']);
  });

  it.each([
    [{ draftWithin: -1 }, 'incidents.reviews.draftWithin'],
    [{ meetingWithin: 1.5 }, 'incidents.reviews.meetingWithin'],
    [{ template: { sections: [] } }, 'incidents.reviews.template.sections'],
    [
      { template: { sections: [{ id: 'Blame!' }] } },
      'incidents.reviews.template.sections[0].id',
    ],
    [
      { template: { sections: [{ id: 'data' }] } },
      'incidents.reviews.template.sections[0].title',
    ],
    [
      { template: { sections: [{ id: 'lucky' }, { id: 'lucky' }] } },
      'incidents.reviews.template.sections',
    ],
    [{ template: { gate: ['mood'] } }, 'incidents.reviews.template.gate'],
  ])('names the key that is wrong in %j', (reviews, key) => {
    expect(() => read(reviews)).toThrow(`${key}: `);
  });
});
