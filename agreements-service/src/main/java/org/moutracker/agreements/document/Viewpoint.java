package org.moutracker.agreements.document;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For whom documents are read: what is for one side is seen by the people of that side alone.
 *
 * @param party whose person it is; null for those who keep the register
 * @param all whether it is somebody who reads everything
 */
record Viewpoint(@Nullable String party, boolean all) {

    void narrow(List<String> where, Map<String, Object> values) {
        if (all) {
            return;
        }
        if (party == null) {
            where.add("confidentiality <> :hidden");
            values.put("hidden", Confidentiality.SIDE);
        } else {
            where.add("(confidentiality = :open or array_contains(readers, :viewer))");
            values.put("open", Confidentiality.PUBLIC);
            values.put("viewer", party);
        }
    }

    boolean sees(Document document) {
        return all
                || switch (document.confidentiality) {
                    case PUBLIC -> true;
                    case PARTIES -> party == null || isOf(List.of(document.readers));
                    case SIDE -> isOf(List.of(document.readers));
                };
    }

    boolean isOf(List<String> parties) {
        return party != null && parties.contains(party);
    }
}
