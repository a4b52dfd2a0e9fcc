import { personaOfThisTab } from './persona';

describe('the persona of a tab', () => {
  beforeEach(() => sessionStorage.clear());

  it('is the guest when nobody was named', () => {
    expect(personaOfThisTab({ search: '' }, sessionStorage)).toBe('guest');
  });

  it('is the one named in the address, and stays so on the next page', () => {
    expect(personaOfThisTab({ search: '?as=mei' }, sessionStorage)).toBe('mei');
    expect(personaOfThisTab({ search: '' }, sessionStorage)).toBe('mei');
  });

  it('changes when another one is named', () => {
    personaOfThisTab({ search: '?as=mei' }, sessionStorage);
    expect(personaOfThisTab({ search: '?as=guest' }, sessionStorage)).toBe(
      'guest',
    );
  });
});
