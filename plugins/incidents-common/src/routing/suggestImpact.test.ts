import { suggestImpact } from './suggestImpact';

describe('suggestImpact', () => {
  it('says that nothing is known of something unknown', () => {
    expect(suggestImpact(undefined)).toEqual({
      impact: 'medium',
      urgency: 'medium',
      because: [{ fact: 'unknown-entity' }],
    });
  });

  it('takes production and a few dependants for medium', () => {
    expect(
      suggestImpact({ lifecycle: 'production', productionDependants: 2 }),
    ).toEqual({
      impact: 'medium',
      urgency: 'medium',
      because: [
        { fact: 'lifecycle', lifecycle: 'production' },
        { fact: 'dependants', count: 2 },
      ],
    });
  });

  it('takes many dependants for high and names them first', () => {
    const suggestion = suggestImpact({
      lifecycle: 'production',
      productionDependants: 5,
    });

    expect(suggestion.impact).toBe('high');
    expect(suggestion.because[0]).toEqual({ fact: 'dependants', count: 5 });
  });

  it.each([
    ['1', 'high'],
    ['tier-1', 'high'],
    ['Tier 0', 'high'],
    ['2', 'medium'],
    ['3', 'low'],
    ['tier-10', 'low'],
    ['Gold', 'high'],
    ['silver', 'medium'],
    ['bronze', 'low'],
  ])('reads tier %p as %p', (tier, impact) => {
    const suggestion = suggestImpact({
      tier,
      lifecycle: 'production',
      productionDependants: 0,
    });

    expect(suggestion.impact).toBe(impact);
    expect(suggestion.because).toContainEqual({ fact: 'tier', tier });
  });

  it('leaves a tier that says nothing to it aside', () => {
    expect(
      suggestImpact({
        tier: 'platform',
        lifecycle: 'production',
        productionDependants: 0,
      }),
    ).toEqual({
      impact: 'medium',
      urgency: 'medium',
      because: [{ fact: 'lifecycle', lifecycle: 'production' }],
    });
  });

  it('takes the higher where tier and dependants disagree', () => {
    expect(
      suggestImpact({ tier: '3', productionDependants: 9 }).because,
    ).toEqual([
      { fact: 'dependants', count: 9 },
      { fact: 'tier', tier: '3' },
    ]);
    expect(suggestImpact({ tier: '1', productionDependants: 1 }).impact).toBe(
      'high',
    );
  });

  it('lets an experiment wait that nothing in production needs', () => {
    expect(
      suggestImpact({ lifecycle: 'experimental', productionDependants: 0 }),
    ).toEqual({
      impact: 'low',
      urgency: 'low',
      because: [{ fact: 'lifecycle', lifecycle: 'experimental' }],
    });
  });

  it('does not let an experiment wait that production needs', () => {
    expect(
      suggestImpact({ lifecycle: 'experimental', productionDependants: 6 }),
    ).toMatchObject({ impact: 'high', urgency: 'medium' });
  });

  it('has a reason for what has neither tier nor lifecycle nor dependants', () => {
    expect(suggestImpact({ productionDependants: 0 })).toEqual({
      impact: 'low',
      urgency: 'medium',
      because: [{ fact: 'dependants', count: 0 }],
    });
  });
});
