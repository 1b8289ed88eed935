// The only bridge between the page and the main process: calls, events and dropped files. No path, no Node, no ipcRenderer reaches the page.
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type PageApi, pageApiName, wire } from '../shared/contract/page.ts'

const api: PageApi = {
  call: (name, request) => ipcRenderer.invoke(wire.call, name, request),
  onEvent: (listener) => {
    const hear = (_event: unknown, name: string, value: unknown): void => listener(name, value)
    ipcRenderer.on(wire.event, hear)
    return () => {
      ipcRenderer.off(wire.event, hear)
    }
  },
  // a File made by the page has no path, and the main process refuses an empty one
  openFiles: (files) =>
    ipcRenderer.invoke(
      wire.openFiles,
      files.map((file) => webUtils.getPathForFile(file as File)),
    ),
}

contextBridge.exposeInMainWorld(pageApiName, api)
