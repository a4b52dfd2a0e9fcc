import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Import } from '@linchpin/backstage-plugin-incidents-common';
import type { openPortal } from '../../__testUtils__/portal';

export type Portal = Awaited<ReturnType<typeof openPortal>>;

/** A question takes of the time of what it waits for, which works in the same process. */
const TURNS_BETWEEN_QUESTIONS = 50;

/** An import once it is none of these any more. */
export async function settled(
  portal: Portal,
  reader: string,
  id: string,
  ...states: Import['state'][]
): Promise<Import> {
  for (;;) {
    const { body } = await portal.get(`/imports/${id}`, reader);
    if (!states.includes(body.state)) {
      return body;
    }
    for (let turn = 0; turn < TURNS_BETWEEN_QUESTIONS; turn++) {
      await letOthersRun();
    }
  }
}

/** A file, planned. */
export async function planned(
  portal: Portal,
  sender: string,
  upload: Parameters<Portal['upload']>[0],
): Promise<Import> {
  const { body } = await portal.upload(upload, sender).expect(201);
  return settled(portal, sender, body.id, 'planning');
}

/** A file, imported as far as it can be. */
export async function imported(
  portal: Portal,
  sender: string,
  upload: Parameters<Portal['upload']>[0],
): Promise<Import> {
  const { id } = await planned(portal, sender, upload);
  return carriedOut(portal, sender, id);
}

/** An import that was planned, as far as it can be carried out. */
export async function carriedOut(
  portal: Portal,
  sender: string,
  id: string,
): Promise<Import> {
  await portal.post(`/imports/${id}/start`, {}, sender).expect(200);
  return settled(portal, sender, id, 'importing');
}
