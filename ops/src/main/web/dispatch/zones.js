/** Names and outlines of zones, asked for once each, when an incident first names them. Until then,
 *  and where the server does not know, a zone goes by its id.
 *
 *  @param learned called when a name became known
 */
export function zoneBook(http, learned) {
  const asked = new Map();
  const names = new Map();

  function outlines(zone) {
    if (!zone) return Promise.resolve([]);
    if (!asked.has(zone)) {
      asked.set(zone, http.get(`/v1/zones/${encodeURIComponent(zone)}/outline`).then((answer) => {
        if (!answer.ok) {
          if (answer.status !== 404) asked.delete(zone);
          return [];
        }
        const features = answer.body.features ?? [];
        const before = names.size;
        for (const feature of features) if (feature.properties?.name) names.set(feature.id, feature.properties.name);
        if (names.size > before) learned();
        return features;
      }));
    }
    return asked.get(zone);
  }

  return {
    outlines,
    /** Asks for it where it is not known yet. */
    name(zone) {
      if (zone && !names.has(zone)) outlines(zone);
      return names.get(zone) ?? zone ?? '';
    },
  };
}
