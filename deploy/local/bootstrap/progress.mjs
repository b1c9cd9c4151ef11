/**
 * One line per step that had something to do, on standard error.
 * @param {string} title
 * @param {() => Promise<void>} work
 * @returns {Promise<void>}
 */
export async function showStep(title, work) {
  const began = Date.now();
  process.stderr.write(`• ${title} …\n`);
  await work();
  process.stderr.write(`✔ ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)\n`);
}
