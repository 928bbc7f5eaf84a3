/** What saving, loading and undoing say. */
export const enCore = {
  'save.saved': 'Saved',
  'save.saving': 'Saving…',
  'save.offline': {
    one: 'Offline, 1 change waits',
    other: 'Offline, {count} changes wait',
  },
  'save.noStorage':
    'This browser keeps nothing: changes that are not saved yet are lost when the tab is closed',
  'save.refused': '“{intention}” was not saved: {reason}',
  'save.troubled': 'The server cannot save now ({reason}). Your changes are kept and tried again',
  'save.signIn': 'You are signed out. Sign in again: your changes are kept and will be sent then',
  'save.reload': 'Waymark has been renewed. Reload the page: your changes are kept',
  'save.otherPerson':
    'Somebody else is signed in here now. Sign in as yourself: your changes are kept until then',
  'save.impossible': 'This cannot be done: {intention}',
  'save.partly': '“{intention}” was saved, but not all of it: what it changed has been deleted by others',
  'save.tooLate': '“{intention}” came too late: others have deleted it in the meantime',
  'save.tooLateText':
    '“{intention}” came too late: others have deleted it in the meantime. Your words were: “{text}”',
  'save.forbidden': 'You may look at this map but not change it',
  'load.failed': 'The map could not be loaded: {reason}',
  'load.unreachable': 'the server cannot be reached',
  'load.strange': 'the server’s answer cannot be read',
  'undo.did': 'Taken back: {intention}',
  'redo.did': 'Done again: {intention}',
  'undo.leftAlone': {
    one: '1 thing was left as others have made it since',
    other: '{count} things were left as others have made them since',
  },
}
