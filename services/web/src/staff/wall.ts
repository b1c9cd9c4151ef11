/** Whether this page hangs on a wall (`?wall=1`): fewer rows, no frame, no name of a person. */
export const isWall = (): boolean => document.documentElement.hasAttribute('data-wall');
