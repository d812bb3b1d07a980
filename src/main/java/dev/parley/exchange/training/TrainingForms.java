package dev.parley.exchange.training;

import dev.parley.exchange.Form;
import dev.parley.exchange.FormFamily;
import dev.parley.exchange.Format;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** All training views. */
@Component
public class TrainingForms implements FormFamily {

    @Override
    public List<Form> forms() {
        List<Form> single = List.of(
                new SpansView(),
                new TaggedTokensView(Format.BIO, Tagging.IOB2),
                new TaggedTokensView(Format.BILOU, Tagging.BILOU),
                new ConllView(Format.CONLL_2003, Tagging.IOB2),
                new ConllView(Format.CONLL_2003_IOB1, Tagging.IOB1),
                new ConllView(Format.CONLL_2003_BIOES, Tagging.BIOES),
                new TriplesView(),
                new FlatAttributionView(),
                new ClaimDetectionView(),
                new ClaimPairsView(),
                new LinkingView(),
                new ChatView(),
                new PreferenceView(),
                new LewidiView());
        List<Form> all = new ArrayList<>(single);
        all.add(new AllViews(single));
        return all;
    }
}
