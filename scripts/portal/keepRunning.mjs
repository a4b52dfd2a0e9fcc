/** Keeps a portal running until the user wants it to stop, or a part of it ends by itself. */
export async function keepRunning(portal, steps, interruption, onUsable) {
  const interrupted = new Promise(resolve =>
    interruption.addEventListener('abort', resolve),
  );
  const usable = becomeUsable(portal, steps);
  try {
    await Promise.race([portal.ended, interrupted, usable.then(onUsable)]);
    await Promise.race([portal.ended, interrupted]);
  } finally {
    await portal.stop();
    await usable.catch(() => {});
  }
  console.log('\nThe portal is stopped; what happened in it is kept.');
}

async function becomeUsable(portal, steps) {
  await steps.run('Backend', portal.backendAnswers);
  const guest = await steps.run('Sign-in', portal.guestSignsIn);
  await steps.run('Story', () => portal.storyIsTold(guest));
  await steps.run('Page', portal.pageOpens);
}
