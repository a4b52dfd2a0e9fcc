import { commands } from './messages/commands.de';
import { inbox } from './messages/inbox.de';
import { incident } from './messages/incident.de';
import { keys } from './messages/keys.de';
import { lists } from './messages/lists.de';
import { report } from './messages/report.de';
import { setup } from './messages/setup.de';
import { shell } from './messages/shell.de';

type Prefixed<Room extends string, Messages extends Record<string, string>> = {
  [Key in keyof Messages & string as `${Room}.${Key}`]: string;
};

/** A language names messages by room and key: `inbox.title`. */
function of<Room extends string, Messages extends Record<string, string>>(
  room: Room,
  messages: Messages,
): Prefixed<Room, Messages> {
  return Object.fromEntries(
    Object.entries(messages).map(([key, text]) => [`${room}.${key}`, text]),
  ) as Prefixed<Room, Messages>;
}

export default {
  ...of('commands', commands),
  ...of('inbox', inbox),
  ...of('incident', incident),
  ...of('keys', keys),
  ...of('lists', lists),
  ...of('report', report),
  ...of('setup', setup),
  ...of('shell', shell),
};
