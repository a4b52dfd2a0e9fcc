/** A duration that has ended: a dot. */
export const EndedMark = () => (
  <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
    <circle r="4.5" fill="currentColor" />
  </svg>
);

/** One that goes on, or ended without what was waited for: a ring with an arrow. */
export const OpenMark = () => (
  <svg viewBox="-6 -6 24 12" width="24" height="12" aria-hidden="true">
    <g fill="none" stroke="currentColor" strokeWidth="1.5">
      <circle r="3.8" />
      <path d="M5 0h11M12.5 -3.5 16 0l-3.5 3.5" />
    </g>
  </svg>
);
