import { Button, Modal, Tabs } from '@mantine/core'
import { useState } from 'react'
import { type Proposal, proposals } from '../../../../electron/shared/domain/briefing.ts'
import type { ChannelId } from '../../../../electron/shared/domain/channels.ts'
import { type Say, useSay } from '../../../language/useSay.ts'
import classes from '../briefings.module.css'
import { Tray } from '../list/Tray.tsx'

/** What a kind of slide is called; channels and compared measures by their own names. */
function proposalName({ recipe, params }: Proposal, t: Say<'briefing'>, channel: Say<'overview'>): string {
  const of = typeof params.channel === 'string' ? channel(`channels.${params.channel as ChannelId}`) : ''
  const measure = typeof params.measure === 'string' ? params.measure : ''
  const name = t(`recipe.${recipe}`)
  if (of !== '') return `${name}: ${of}`
  return measure === ''
    ? name
    : `${name}: ${measure === 'index' ? t('recipe.index') : channel(`channels.${measure as ChannelId}`)}`
}

/** A window with every kind of slide that the store can make, and with what was set aside. */
export function AddSlide({ add }: { readonly add: (proposal: Proposal) => void }) {
  const t = useSay('briefings')
  const recipe = useSay('briefing')
  const channel = useSay('overview')
  const [opened, open] = useState(false)
  const take = (proposal: Proposal): void => {
    add(proposal)
    open(false)
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={() => open(true)}>
        {t('add.button')}
      </Button>
      <Modal
        opened={opened}
        onClose={() => open(false)}
        title={t('add.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Tabs defaultValue="recipes">
          <Tabs.List>
            <Tabs.Tab value="recipes">{t('add.recipes')}</Tabs.Tab>
            <Tabs.Tab value="tray">{t('tray.title')}</Tabs.Tab>
          </Tabs.List>
          <Tabs.Panel value="recipes" pt="sm">
            <ul className={classes.recipes}>
              {proposals.map((proposal) => (
                <li key={JSON.stringify(proposal)}>
                  <button type="button" onClick={() => take(proposal)}>
                    {proposalName(proposal, recipe, channel)}
                  </button>
                </li>
              ))}
            </ul>
          </Tabs.Panel>
          <Tabs.Panel value="tray" pt="sm">
            <Tray use={(item) => take({ recipe: 'aside', params: { item: item.id } })} />
          </Tabs.Panel>
        </Tabs>
      </Modal>
    </>
  )
}
