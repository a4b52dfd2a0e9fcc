import { Steps, bold, box, command, dim } from './console/steps.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { provideNode } from './setup/node.mjs';
import { startPortal } from './portal/portal.mjs';
import { demandFreePorts } from './portal/running.mjs';
import { readSettings } from './portal/settings.mjs';

// npm start: from a fresh clone to a portal in the browser.
command(async interruption => {
  const began = Date.now();
  const settings = readSettings();
  const steps = new Steps(6);

  await steps.run(
    `Ports ${settings.frontendPort} and ${settings.backendPort}`,
    async note => {
      await demandFreePorts(settings);
      note('free');
    },
  );
  const node = await steps.run('Node', note => provideNode(note, interruption));
  await steps.run('Dependencies', note =>
    installDependencies(node, note, interruption),
  );

  const portal = startPortal(node, settings);
  const interrupted = new Promise(resolve =>
    interruption.addEventListener('abort', resolve),
  );
  try {
    await Promise.race([
      portal.ended,
      interrupted,
      becomesUsable(portal, steps, settings, began),
    ]);
    await Promise.race([portal.ended, interrupted]);
  } finally {
    await portal.stop();
  }
  console.log('\nThe portal is stopped; what happened in it is kept.');
});

async function becomesUsable(portal, steps, settings, began) {
  await steps.run('Backend', portal.backendAnswers);
  await steps.run('Sign-in', portal.guestSignsIn);
  await steps.run('Page', portal.pageOpens);

  const seconds = ((Date.now() - began) / 1000).toFixed(0);
  console.log(
    `\n${box([
      `${bold('Open')}        ${settings.frontendUrl}`,
      `${bold('You are')}     the guest, a member of team Payments`,
      `${bold('Try')}         npm run demo:alert -- payments-api`,
      `            ${dim('in a second terminal: a first alert reaches your inbox')}`,
      `${bold('Stop')}        Ctrl-C`,
      `${bold('Start over')}  npm run demo:reset  ${dim('when stopped: forgets all that happened')}`,
    ])}\n${dim(`Usable after ${seconds} s. Logs: ${settings.dataFolder}/logs`)}`,
  );
}
