import type { NamedRef } from '@linchpin/backstage-plugin-incidents-common';
import {
  booking,
  bookingApi,
  checkoutWeb,
  edgeRouter,
  invoiceWorker,
  payments,
  paymentsApi,
  paymentsDb,
} from './people';

/** Who answers for it; one entity of the harness has nobody. */
export function ownerOf(entityRef: string): NamedRef | null {
  switch (entityRef) {
    case edgeRouter.ref:
      return null;
    case bookingApi.ref:
    case checkoutWeb.ref:
      return booking;
    default:
      return payments;
  }
}

const DEPENDS_ON = new Map([
  [checkoutWeb.ref, [paymentsApi, bookingApi, invoiceWorker]],
  [bookingApi.ref, [paymentsApi, edgeRouter]],
  [paymentsApi.ref, [paymentsDb]],
]);

export function dependenciesOf(entityRef: string): NamedRef[] {
  return DEPENDS_ON.get(entityRef) ?? [];
}
