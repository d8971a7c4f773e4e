import { pullText } from '../../api/pullText';
import { findPull } from '../../pulls/createPull';
import { WebCall } from '../WebCall';

/** `/pull/{number}.diff` and `.patch`. */
export async function sendPullDownload(call: WebCall): Promise<void> {
  const { record, git } = call.repository();
  const pull = findPull(record, Number(call.param('number')));
  const format = call.param('format') === 'patch' ? 'patch' : 'diff';
  const text = await pullText(git.directory, pull, format);
  call.response.type('text/plain; charset=utf-8').send(text);
}
