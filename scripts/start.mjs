import { Steps, bold, box, command, dim, yellow } from './console/steps.mjs';
import { keepRunning } from './portal/keepRunning.mjs';
import { startForDevelopment } from './portal/portal.mjs';
import { demandFreePorts } from './portal/running.mjs';
import { readSettings } from './portal/settings.mjs';
import {
  ageOfStory,
  daysSinceStory,
  offerFreshStory,
} from './portal/story.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { provideNode } from './setup/node.mjs';

// npm start: from a fresh clone to a portal in the browser.
command(async interruption => {
  const began = Date.now();
  const settings = readSettings();
  const steps = new Steps(7);

  await steps.run('Ports', ({ note }) => demandFreePorts(settings, note));
  await offerFreshStory(settings, interruption);
  const node = await steps.run('Node', ({ note }) =>
    provideNode(note, interruption),
  );
  await steps.run('Dependencies', ({ note }) =>
    installDependencies(node, note, interruption),
  );

  await keepRunning(
    startForDevelopment(node, settings),
    steps,
    interruption,
    () => {
      const seconds = ((Date.now() - began) / 1000).toFixed(0);
      console.log(`\n${firstWords(settings)}`);
      console.log(
        dim(`Usable after ${seconds} s. Logs: ${settings.dataFolder}/logs`),
      );
    },
  );
});

function firstWords(settings) {
  const days = daysSinceStory(settings);
  return box([
    `${bold('Open')}        ${settings.frontendUrl}`,
    `${bold('You are')}     the guest, a member of team Payments`,
    `${bold('Try')}         npm run demo:alert -- wallet-api`,
    `            ${dim('in a second terminal: an alert reaches your inbox under Incidents')}`,
    `${bold('Stop')}        Ctrl-C`,
    `${bold('Start over')}  npm run demo:reset  ${dim('when stopped: forgets all that happened')}`,
    ...(days > 0
      ? [
          `            ${yellow(`${ageOfStory(days)}: start over to be told it up to today`)}`,
        ]
      : []),
  ]);
}
