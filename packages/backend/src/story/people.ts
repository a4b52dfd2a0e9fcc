/** A person of the sample organisation who acts in the story. */
export interface Person {
  ref: string;
  name: string;
}

const person = (id: string, name: string): Person => ({
  ref: `user:default/${id}`,
  name,
});

// Payments
export const guest = person('guest', 'You (guest)');
export const nadia = person('nadia', 'Nadia Haddad');
export const ravi = person('ravi', 'Ravi Menon');
export const ola = person('ola', 'Ola Nowak');
export const tomas = person('tomas', 'Tomás Silva');
export const ines = person('ines', 'Inès Laurent');

// Booking
export const mei = person('mei', 'Mei Tanaka');
export const jonas = person('jonas', 'Jonas Becker');
export const amara = person('amara', 'Amara Okafor');
export const lukas = person('lukas', 'Lukas Horák');
export const priya = person('priya', 'Priya Nair');

// Offers
export const sofia = person('sofia', 'Sofia Ricci');
export const daniel = person('daniel', 'Daniel Mwangi');
export const hana = person('hana', 'Hana Kovač');

// Identity
export const yusuf = person('yusuf', 'Yusuf Demir');
export const elin = person('elin', 'Elin Sjöberg');
export const marek = person('marek', 'Marek Zieliński');

// Hosting
export const chidi = person('chidi', 'Chidi Eze');
export const freya = person('freya', 'Freya Lund');
export const luca = person('luca', 'Luca Moretti');

// Finance
export const greta = person('greta', 'Greta Vogel');
export const paolo = person('paolo', 'Paolo Conti');

// Support
export const zoe = person('zoe', 'Zoë Martin');
export const sam = person('sam', 'Sam Carter');
