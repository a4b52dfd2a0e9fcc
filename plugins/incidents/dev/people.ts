import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';

const named = (ref: string, title: string): NamedRef => ({ ref, title });

/** Who signs in to the harness. */
export const mei = named('user:default/mei', 'Mei Tanaka');
export const nadia = named('user:default/nadia', 'Nadia Rahman');
export const tomas = named('user:default/tomas', 'Tomás Silva');
export const ola = named('user:default/ola', 'Ola Nordmann');
export const ines = named('user:default/ines', 'Inês Duarte');
export const sam = named('user:default/sam', 'Sam Okafor');

export const people = [mei, nadia, tomas, ola, ines, sam];

export const payments = named('group:default/payments', 'Payments');
export const booking = named('group:default/booking', 'Booking');
export const platform = named('group:default/platform', 'Platform');
export const hosting = named('group:default/hosting', 'Hosting');
export const finance = named('group:default/finance', 'Finance');
export const groups = [payments, booking, platform, hosting, finance];

const component = (name: string) => named(`component:default/${name}`, name);
const resource = (name: string) => named(`resource:default/${name}`, name);

export const paymentsApi = component('payments-api');
export const payoutExporter = component('payout-exporter');
export const refundWorker = component('refund-worker');
export const invoiceWorker = component('invoice-worker');
export const partnerWebhooks = component('partner-webhooks');
export const fxRates = component('fx-rates');
export const receiptMailer = component('receipt-mailer');
export const checkoutWeb = component('checkout-web');
export const bookingApi = component('booking-api');
export const edgeRouter = resource('edge-router');
export const paymentsDb = resource('payments-db');
export const entities = [
  paymentsApi,
  payoutExporter,
  refundWorker,
  invoiceWorker,
  partnerWebhooks,
  fxRates,
  receiptMailer,
  checkoutWeb,
  bookingApi,
  edgeRouter,
  paymentsDb,
];

/** A person or a group, as the catalog names it. */
export function personNamed(ref: string): NamedRef {
  return (
    [...people, ...groups].find(known => known.ref === ref) ?? {
      ref,
      title: ref.split('/')[1],
    }
  );
}

/** As the catalog names it. */
export function entityNamed(ref: string) {
  return (
    entities.find(e => e.ref === ref.toLocaleLowerCase('en-US')) ?? {
      ref,
      title: ref.split('/')[1],
    }
  );
}
