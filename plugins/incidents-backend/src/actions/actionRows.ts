/** `ACT-12` */
export function actionNumberOf({ number }: { number: number }): string {
  return `ACT-${number}`;
}
