package uk.daymark.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * All that an expression in a model can reach: a step by its name, a variable by its name. No property and no method of anything, so that
 * no expression leads out of the model.
 */
final class OnlyNames extends ELResolver {

    private final StepNames steps;

    OnlyNames(StepNames steps) {
        this.steps = steps;
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base != null) {
            throw new ELException("An expression in a model names a step or a variable; it cannot ask for \"" + property
                    + "\" of something");
        }
        String name = String.valueOf(property);
        var step = steps.find(name);
        if (step.isPresent()) {
            context.setPropertyResolved(true);
            return new StepDelegate(step.get());
        }
        if (context.getContext(VariableScope.class) instanceof VariableScope scope && scope.hasVariable(name)) {
            context.setPropertyResolved(true);
            return scope.getVariable(name);
        }
        if (context.getContext(VariableContext.class) instanceof VariableContext facts
                && facts.containsVariable(name)) {
            context.setPropertyResolved(true);
            return facts.resolve(name).getValue();
        }
        return null;
    }

    @Override
    public Object invoke(
            ELContext context, Object base, Object method, Class<?> @Nullable [] types, Object @Nullable [] values) {
        throw new ELException("An expression in a model calls nothing; it cannot call \"" + method + "\"");
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new ELException("An expression in a model changes nothing; it cannot set \"" + property + "\"");
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
