#pragma once
#include <memory>

namespace taisho {

// Owns an object of a C library.
template <auto Destroy>
struct Destroyer {
    template <class Object>
    void operator()(Object* object) const {
        Destroy(object);
    }
};
template <class Object, auto Destroy>
using Handle = std::unique_ptr<Object, Destroyer<Destroy>>;

} // namespace taisho
