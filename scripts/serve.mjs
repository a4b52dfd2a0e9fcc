import { Steps, command } from './console/steps.mjs';
import { isAppUpToDate } from './portal/appBuild.mjs';
import { keepRunning } from './portal/keepRunning.mjs';
import { buildApp, startAsDeployed } from './portal/portal.mjs';
import { demandFreePorts } from './portal/running.mjs';
import { readSettings } from './portal/settings.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { provideNode } from './setup/node.mjs';

// npm run serve: the sample portal with its app built, as fast in the browser as a deployed one.
// Backend and pages share one port.
command(async interruption => {
  const { backendPort, ...rest } = readSettings();
  const settings = {
    ...rest,
    backendPort,
    frontendPort: backendPort,
    frontendUrl: rest.backendUrl,
  };
  const steps = new Steps(8);

  await steps.run('Port', ({ note }) => demandFreePorts(settings, note));
  const node = await steps.run('Node', ({ note }) =>
    provideNode(note, interruption),
  );
  await steps.run('Dependencies', ({ note }) =>
    installDependencies(node, note, interruption),
  );
  await steps.run('App', ({ note }) =>
    isAppUpToDate()
      ? note('built before')
      : buildApp(node, settings, interruption),
  );

  await keepRunning(startAsDeployed(node, settings), steps, interruption, () =>
    console.log(`\nOpen ${settings.frontendUrl}`),
  );
});
